/** What a channel adapter is: takes one rendered message, hands it over, says what came of it. */
@NullMarked
package dev.campanile.gateway.channel;

import org.jspecify.annotations.NullMarked;
