package tuanju.shopping;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import tuanju.WebTest;

/** A test of what shoppers see, through a real port: the sandbox provider calls back over HTTP. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebTest
@interface ShopTest {}
