/** Reports for build servers and spreadsheets: JUnit, SARIF, GitHub, GitLab and CSV. */
@org.jspecify.annotations.NullMarked
package org.golivecheck.render.build;
