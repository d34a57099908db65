package dev.scripta.archfixture.a2.core.elsewhere;

record GuiltyOfNoLayer() {}
