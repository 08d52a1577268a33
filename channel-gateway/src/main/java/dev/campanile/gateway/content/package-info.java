/** Published contents: frozen versions, kept in a table and in memory. */
@NullMarked
package dev.campanile.gateway.content;

import org.jspecify.annotations.NullMarked;
