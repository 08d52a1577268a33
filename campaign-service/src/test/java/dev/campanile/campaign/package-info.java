/** Tests of the service as a whole. */
@NullMarked
package dev.campanile.campaign;

import org.jspecify.annotations.NullMarked;
