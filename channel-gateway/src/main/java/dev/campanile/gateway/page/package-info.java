/** Where the next page of a list begins. */
@NullMarked
package dev.campanile.gateway.page;

import org.jspecify.annotations.NullMarked;
