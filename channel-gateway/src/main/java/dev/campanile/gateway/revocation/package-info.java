/** Every no the gateway hears itself, standing until a card of the profile says it too. */
@NullMarked
package dev.campanile.gateway.revocation;

import org.jspecify.annotations.NullMarked;
