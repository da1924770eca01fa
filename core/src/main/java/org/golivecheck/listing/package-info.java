/** Lists calls one by one: as a table for people, or so that the list can be read as a log. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.listing;
