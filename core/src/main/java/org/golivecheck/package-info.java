/** The front door of the library: {@link org.golivecheck.GoLiveCheck}. */
@org.jspecify.annotations.NullMarked
package org.golivecheck;
