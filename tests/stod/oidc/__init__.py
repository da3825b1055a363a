"""OpenID providers for the tests: a stub that can lie, allauth as a provider, and npm oidc-provider."""
