package dev.scripta.archfixture.b1.app;

import dev.scripta.archfixture.b1.adapters.one.InnocentAdapter;

public record InnocentApplication(InnocentAdapter adapter) {}
