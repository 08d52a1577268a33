/**
 * Who opened a message and clicked its links, as far as the customer agreed and it can be known.
 */
@NullMarked
package dev.campanile.gateway.tracking;

import org.jspecify.annotations.NullMarked;
