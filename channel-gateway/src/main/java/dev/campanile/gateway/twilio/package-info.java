/** SMS and WhatsApp through Twilio: hand-off, signed callbacks, approval of chat templates. */
@NullMarked
package dev.campanile.gateway.twilio;

import org.jspecify.annotations.NullMarked;
