/** Tests of brands. */
@NullMarked
package dev.campanile.campaign.brand;

import org.jspecify.annotations.NullMarked;
