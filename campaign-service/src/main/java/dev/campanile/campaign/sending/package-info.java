/** Whether anything may be sent at all. */
@NullMarked
package dev.campanile.campaign.sending;

import org.jspecify.annotations.NullMarked;
