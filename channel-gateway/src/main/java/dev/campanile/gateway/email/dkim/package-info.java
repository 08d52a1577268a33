/** Signs mails so that receivers know whose they are (DKIM: RFC 6376, and RFC 8463 for Ed25519). */
@NullMarked
package dev.campanile.gateway.email.dkim;

import org.jspecify.annotations.NullMarked;
