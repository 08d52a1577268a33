/** When a channel stays silent: hours by country as data, and the instant a held message may go. */
@NullMarked
package dev.campanile.gateway.quiethours;

import org.jspecify.annotations.NullMarked;
