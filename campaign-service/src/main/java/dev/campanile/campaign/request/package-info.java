/** What requests have in common: keys that make them one, and lists in pages. */
@NullMarked
package dev.campanile.campaign.request;

import org.jspecify.annotations.NullMarked;
