/** Asking profile-service about customers, the one call between services that waits. */
@NullMarked
package dev.campanile.campaign.customer;

import org.jspecify.annotations.NullMarked;
