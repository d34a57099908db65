/**
 * Planted offenders. Below a package for each {@link dev.scripta.architecture.Rule} stand classes whose names begin with
 * {@code Guilty}, each of which the rule must report by itself, among others that it must spare.
 */
package dev.scripta.archfixture;
