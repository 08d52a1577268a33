/** The process that starts and stops all of the local platform together. */
@NullMarked
package dev.campanile.local.platform;

import org.jspecify.annotations.NullMarked;
