"""Sites for the tests in this folder."""

from tests.site_fixtures import dressed_again, dressed_site, real_site, tiny_site

__all__ = ["dressed_again", "dressed_site", "real_site", "tiny_site"]
