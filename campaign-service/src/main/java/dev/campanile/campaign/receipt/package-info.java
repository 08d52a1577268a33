/** What the gateway tells of messages, applied to whatever they belong to. */
@NullMarked
package dev.campanile.campaign.receipt;

import org.jspecify.annotations.NullMarked;
