/** Who messages are from: names, sender addresses and looks. */
@NullMarked
package dev.campanile.campaign.brand;

import org.jspecify.annotations.NullMarked;
