"""Sites for the tests in this folder."""

from tests.site_fixtures import real_site

__all__ = ["real_site"]
