/** The link that says no: one click by POST, a page by GET. */
@NullMarked
package dev.campanile.gateway.unsubscribe;

import org.jspecify.annotations.NullMarked;
