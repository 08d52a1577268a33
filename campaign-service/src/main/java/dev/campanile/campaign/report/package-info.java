/** What came of a run, counted. */
@NullMarked
package dev.campanile.campaign.report;

import org.jspecify.annotations.NullMarked;
