/** Mail over SMTP: one mail a recipient, bounded in time, each answer of the server told apart. */
@NullMarked
package dev.campanile.gateway.email;

import org.jspecify.annotations.NullMarked;
