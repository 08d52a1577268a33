/** Tests of reports. */
@NullMarked
package dev.campanile.campaign.report;

import org.jspecify.annotations.NullMarked;
