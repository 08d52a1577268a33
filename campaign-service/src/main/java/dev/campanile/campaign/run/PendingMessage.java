package dev.campanile.campaign.run;

import dev.campanile.contracts.MessageRequests.Recipient;

/**
 * A message that waits to be requested.
 *
 * @param bytes what it takes of a batch, about
 */
record PendingMessage(Recipient recipient, int bytes) {}
