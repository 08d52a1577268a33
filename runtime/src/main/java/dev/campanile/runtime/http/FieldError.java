package dev.campanile.runtime.http;

/**
 * One field that is wrong.
 *
 * @param pointer JSON pointer (RFC 6901) into the request's body
 */
public record FieldError(String pointer, String detail) {}
