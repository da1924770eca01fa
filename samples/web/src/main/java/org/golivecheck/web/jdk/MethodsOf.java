package org.golivecheck.web.jdk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The static methods of the class are called instead of methods of another class that TeaVM lacks,
 * or that do something else there. A method of an object gets the object as its first parameter.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface MethodsOf {
  /** Returns the class whose methods are replaced. */
  Class<?> value();
}
