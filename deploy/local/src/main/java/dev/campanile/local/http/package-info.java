/** A small HTTP server on loopback: routes with path variables, forms and JSON. */
@NullMarked
package dev.campanile.local.http;

import org.jspecify.annotations.NullMarked;
