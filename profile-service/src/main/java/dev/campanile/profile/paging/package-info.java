/** Lists over HTTP: limit, cursor and pages. */
@NullMarked
package dev.campanile.profile.paging;

import org.jspecify.annotations.NullMarked;
