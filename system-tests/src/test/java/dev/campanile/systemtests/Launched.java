package dev.campanile.systemtests;

import dev.campanile.contracts.Category;

/**
 * A run that is watched.
 *
 * @param planned how many customers it is meant for
 */
record Launched(String campaign, String run, Category category, int planned) {}
