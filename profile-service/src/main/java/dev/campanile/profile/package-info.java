/** The rules the whole service keeps. */
@NullMarked
package dev.campanile.profile;

import org.jspecify.annotations.NullMarked;
