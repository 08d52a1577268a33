/** Addresses that somebody typed. */
@NullMarked
package dev.campanile.campaign.address;

import org.jspecify.annotations.NullMarked;
