/** What the links in messages share: they are signed, and lead to plain pages. */
@NullMarked
package dev.campanile.gateway.link;

import org.jspecify.annotations.NullMarked;
