/** One message to one customer, now: order confirmations, codes, delivery news. */
@NullMarked
package dev.campanile.campaign.transactional;

import org.jspecify.annotations.NullMarked;
