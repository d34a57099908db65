package dev.scripta.archfixture.a4.core.usecase;

public final class Claims {}
