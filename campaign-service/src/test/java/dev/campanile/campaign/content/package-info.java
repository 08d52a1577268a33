/** Tests of contents. */
@NullMarked
package dev.campanile.campaign.content;

import org.jspecify.annotations.NullMarked;
