/** What all services' OpenAPI documents say alike. */
@NullMarked
package dev.campanile.runtime.openapi;

import org.jspecify.annotations.NullMarked;
