/** Lists over HTTP: limit, cursor and pages. */
@NullMarked
package dev.campanile.runtime.paging;

import org.jspecify.annotations.NullMarked;
