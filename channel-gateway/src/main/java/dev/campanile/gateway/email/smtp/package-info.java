/**
 * Hands mails to one SMTP server over connections that are kept, and knows of each how far it came.
 */
@NullMarked
package dev.campanile.gateway.email.smtp;

import org.jspecify.annotations.NullMarked;
