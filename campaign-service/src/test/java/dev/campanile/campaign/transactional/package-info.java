/** Tests of what the package of the same name does. */
@NullMarked
package dev.campanile.campaign.transactional;

import org.jspecify.annotations.NullMarked;
