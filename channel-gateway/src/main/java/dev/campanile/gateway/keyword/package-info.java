/**
 * What a customer's short reply asks for, in the languages we know: stop, start, help or nothing.
 */
@NullMarked
package dev.campanile.gateway.keyword;

import org.jspecify.annotations.NullMarked;
