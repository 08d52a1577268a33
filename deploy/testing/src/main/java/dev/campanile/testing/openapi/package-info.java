/** OpenAPI documents held to what a service really does. */
@NullMarked
package dev.campanile.testing.openapi;

import org.jspecify.annotations.NullMarked;
