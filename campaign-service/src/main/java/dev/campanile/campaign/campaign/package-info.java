/** What is sent to whom: a content, a segment and a channel plan. */
@NullMarked
package dev.campanile.campaign.campaign;

import org.jspecify.annotations.NullMarked;
