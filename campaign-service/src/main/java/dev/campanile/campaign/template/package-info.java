/** The chat provider's templates: what they say, their buttons, and whether they are approved. */
@NullMarked
package dev.campanile.campaign.template;

import org.jspecify.annotations.NullMarked;
