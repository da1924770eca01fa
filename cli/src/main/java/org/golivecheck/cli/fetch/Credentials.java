package org.golivecheck.cli.fetch;

/** By what a user lets us ask DocuSign: a token, or what it takes to get one. */
public sealed interface Credentials permits AccessToken, JwtSettings {}
