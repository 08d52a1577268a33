/** Customers' sentences that were taken for a STOP, and what a person made of them. */
@NullMarked
package dev.campanile.gateway.review;

import org.jspecify.annotations.NullMarked;
