/** A simulator that answers, calls back and refuses as Twilio's messaging API does. */
@NullMarked
package dev.campanile.local.twilio;

import org.jspecify.annotations.NullMarked;
