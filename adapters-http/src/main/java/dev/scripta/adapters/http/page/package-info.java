/**
 * What browsers need: pages and files of the operator's, the API's description and a page to read it, and the rules that keep
 * pages of other sites out.
 */
package dev.scripta.adapters.http.page;
