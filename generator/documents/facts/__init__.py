"""What a passage promises or reports: figures with metric and measure, indicator tables, named projects."""
