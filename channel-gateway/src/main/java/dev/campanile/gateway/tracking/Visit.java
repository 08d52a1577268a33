package dev.campanile.gateway.tracking;

import org.jspecify.annotations.Nullable;

/**
 * How an address was asked for; none of it is stored.
 *
 * @param purpose what {@code Sec-Purpose}, {@code Purpose} or {@code X-Moz} says
 */
record Visit(String method, @Nullable String userAgent, @Nullable String purpose) {}
